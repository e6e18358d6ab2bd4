using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AwardArchive.Archive.Migrations
{
    /// <inheritdoc />
    public partial class MentionsSplitsCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Documents_Sha256",
                table: "Documents");

            // Only renamed: what SQLite makes of a new key or a column that may be null is a copy of the table, which no transaction holds together.
            migrationBuilder.RenameTable(
                name: "Entries",
                newName: "Mentions");

            migrationBuilder.RenameIndex(
                name: "IX_Entries_NameKey",
                table: "Mentions",
                newName: "IX_Mentions_NameKey");

            migrationBuilder.RenameIndex(
                name: "IX_Entries_DocumentId_Ordinal",
                table: "Mentions",
                newName: "IX_Mentions_DocumentId_Ordinal");

            migrationBuilder.AddColumn<Guid>(
                name: "ScanId",
                table: "Recognitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScanPage",
                table: "Recognitions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ScanId",
                table: "Pages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScanPage",
                table: "Pages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Dossiers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FirstPage",
                table: "Documents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsSplitProposed",
                table: "Documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "PartOf",
                table: "Documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WarningCount",
                table: "Documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Row",
                table: "Corrections",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "CertificateKey",
                table: "Mentions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Mentions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "CaseDecisions",
                columns: table => new
                {
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    TargetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    NameKey = table.Column<string>(type: "TEXT", nullable: true),
                    CertificateKey = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDecisions", x => new { x.DossierId, x.Number });
                    table.ForeignKey(
                        name: "FK_CaseDecisions_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DossierReports",
                columns: table => new
                {
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    PdfSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    PdfBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    StateAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossierReports", x => new { x.DossierId, x.Digest });
                    table.ForeignKey(
                        name: "FK_DossierReports_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MatchTurns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Seen = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatchTurns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SplitDecisions",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstPages = table.Column<string>(type: "TEXT", nullable: false),
                    Parts = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SplitDecisions", x => new { x.DocumentId, x.Number });
                    table.ForeignKey(
                        name: "FK_SplitDecisions_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Recognitions_ScanId",
                table: "Recognitions",
                column: "ScanId",
                filter: "\"ScanId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_PartOf",
                table: "Documents",
                column: "PartOf",
                filter: "\"PartOf\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_Sha256",
                table: "Documents",
                column: "Sha256",
                unique: true,
                filter: "\"PartOf\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_SplitProposed",
                table: "Documents",
                column: "Id",
                filter: "\"IsSplitProposed\"");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_Warnings",
                table: "Documents",
                column: "Id",
                filter: "\"WarningCount\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Mentions_CertificateKey",
                table: "Mentions",
                column: "CertificateKey",
                filter: "\"CertificateKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDecisions_CertificateKey",
                table: "CaseDecisions",
                column: "CertificateKey",
                filter: "\"CertificateKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDecisions_NameKey",
                table: "CaseDecisions",
                column: "NameKey",
                filter: "\"NameKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DossierReports_Digest",
                table: "DossierReports",
                column: "Digest");

            migrationBuilder.CreateIndex(
                name: "IX_DossierReports_PdfSha256",
                table: "DossierReports",
                column: "PdfSha256");

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseDecisions");

            migrationBuilder.DropTable(
                name: "DossierReports");

            migrationBuilder.DropTable(
                name: "MatchTurns");

            migrationBuilder.DropTable(
                name: "SplitDecisions");

            migrationBuilder.DropIndex(
                name: "IX_Recognitions_ScanId",
                table: "Recognitions");

            migrationBuilder.DropIndex(
                name: "IX_Documents_PartOf",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_Sha256",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_SplitProposed",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_Warnings",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Mentions_CertificateKey",
                table: "Mentions");

            migrationBuilder.DropColumn(
                name: "ScanId",
                table: "Recognitions");

            migrationBuilder.DropColumn(
                name: "ScanPage",
                table: "Recognitions");

            migrationBuilder.DropColumn(
                name: "ScanId",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "ScanPage",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Dossiers");

            migrationBuilder.DropColumn(
                name: "FirstPage",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "IsSplitProposed",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "PartOf",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "WarningCount",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "Row",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "CertificateKey",
                table: "Mentions");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Mentions");

            migrationBuilder.RenameTable(
                name: "Mentions",
                newName: "Entries");

            migrationBuilder.RenameIndex(
                name: "IX_Mentions_NameKey",
                table: "Entries",
                newName: "IX_Entries_NameKey");

            migrationBuilder.RenameIndex(
                name: "IX_Mentions_DocumentId_Ordinal",
                table: "Entries",
                newName: "IX_Entries_DocumentId_Ordinal");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_Sha256",
                table: "Documents",
                column: "Sha256",
                unique: true);

        }
    }
}
